package glossary

import (
	_ "embed"
	"sync"
)

//go:embed itu.toml
var itu []byte

var readITU = sync.OnceValues(func() (*Termbase, error) { return Parse("itu.toml", itu) })

// ITU gives the embedded termbase of the ITU, parsed at the first call and
// shared by all: it is not to be changed.
func ITU() (*Termbase, error) { return readITU() }
