package memory

import "fmt"

// applicationID marks a SQLite file as a memory of hexaglot: "hexm".
const applicationID = 0x6865786d

// versions are the steps from an empty file to the newest schema. The number of
// those that a file has gone through is its user_version.
var versions = []string{`
CREATE TABLE origin (
	id      INTEGER PRIMARY KEY,
	kind    TEXT NOT NULL,
	name    TEXT NOT NULL,
	project TEXT NOT NULL,
	UNIQUE (kind, name)
);
CREATE TABLE entry (
	id       INTEGER PRIMARY KEY AUTOINCREMENT,
	hash     INTEGER NOT NULL, -- of text, FNV-1a
	lang     TEXT NOT NULL,    -- BCP 47
	text     TEXT NOT NULL,
	origin   INTEGER NOT NULL,
	contexts BLOB NOT NULL,    -- 8 bytes each
	targets  BLOB NOT NULL,    -- see pack
	batch    INTEGER NOT NULL, -- the addition that last wrote it
	sum      INTEGER NOT NULL  -- CRC-32 of all that it says
);
CREATE INDEX entry_hash ON entry (hash, origin);
-- Translations that a later one of the same origin has replaced.
CREATE TABLE superseded (
	entry  INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
	target BLOB NOT NULL,     -- one translation, see pack
	until  INTEGER NOT NULL   -- seconds since 1970
);
CREATE INDEX superseded_entry ON superseded (entry);
-- What each origin said when it was last added: nothing new need be looked up.
CREATE TABLE digest (
	origin INTEGER NOT NULL REFERENCES origin (id) ON DELETE CASCADE,
	lang   TEXT NOT NULL,
	sum    INTEGER NOT NULL,
	PRIMARY KEY (origin, lang)
) WITHOUT ROWID;
-- The files of the index of similar texts: entries after first, up to last.
CREATE TABLE segment (
	class TEXT NOT NULL,      -- language and script
	first INTEGER NOT NULL,
	last  INTEGER NOT NULL,
	count INTEGER NOT NULL,
	file  TEXT NOT NULL,
	PRIMARY KEY (class, first)
) WITHOUT ROWID;
CREATE TABLE counter (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
-- Entries up to the counter "words" whose words are to be indexed anew.
CREATE TABLE stale (entry INTEGER PRIMARY KEY);
-- The words of the concordance, see wordSpan: spans of entries, and for each the
-- entries that have a word, in groups of words, each with the first of them.
CREATE TABLE span (
	id      INTEGER PRIMARY KEY,
	count   INTEGER NOT NULL, -- of entries
	members BLOB NOT NULL     -- their ids
);
CREATE TABLE word (
	id   INTEGER PRIMARY KEY,
	span INTEGER NOT NULL REFERENCES span (id) ON DELETE CASCADE,
	word TEXT NOT NULL,
	data BLOB NOT NULL
);
CREATE INDEX word_word ON word (span, word);
`}

// stamp gives the statements that say what the file is.
func stamp(version int) string {
	return fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d;", applicationID, version)
}
