// Package docx reads and writes Word files.
package docx
