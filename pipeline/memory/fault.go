package memory

import (
	"errors"

	"modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"

	"hexaglot/messages/fault"
)

// tell gives an error of SQLite as a fault: memory-damaged, memory-foreign,
// memory-busy, memory-full, memory-readonly, or memory-failed.
func (s *Store) tell(err error) error {
	var known *fault.Error
	if err == nil || errors.As(err, &known) {
		return fault.At(err, s.name, 0)
	}
	return faultOf(err).At(s.name, 0)
}

func faultOf(err error) *fault.Error {
	var e *sqlite.Error
	if !errors.As(err, &e) {
		return fault.New(fault.Input, "memory-failed", "the memory cannot be used: {Why}", "Why", err.Error())
	}
	switch e.Code() {
	case lib.SQLITE_IOERR_WRITE, lib.SQLITE_IOERR_SHMSIZE:
		return full()
	}
	switch e.Code() & 0xff {
	case lib.SQLITE_CORRUPT:
		return damaged()
	case lib.SQLITE_NOTADB:
		return foreign()
	case lib.SQLITE_BUSY, lib.SQLITE_LOCKED:
		return fault.New(fault.Input, "memory-busy", "another program is writing to the memory")
	case lib.SQLITE_FULL:
		return full()
	case lib.SQLITE_READONLY, lib.SQLITE_CANTOPEN, lib.SQLITE_PERM:
		return fault.New(fault.Input, "memory-readonly", "the memory cannot be opened or written")
	default:
		return fault.New(fault.Input, "memory-failed", "the memory cannot be used: {Why}", "Why", e.Error())
	}
}

func full() *fault.Error {
	return fault.New(fault.Input, "memory-full", "there is no room left for the memory; nothing of this addition was saved")
}

func damaged() *fault.Error {
	return fault.New(fault.Input, "memory-damaged", "the memory is damaged; it was not changed")
}

func foreign() *fault.Error {
	return fault.New(fault.Input, "memory-foreign", "this is not a memory of hexaglot, or its beginning is damaged; it was not changed")
}
