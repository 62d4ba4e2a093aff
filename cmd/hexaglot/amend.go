package main

import (
	"github.com/urfave/cli/v2"
	"golang.org/x/text/language"

	"hexaglot/messages"
	"hexaglot/pipeline/document"
)

// amendable is a translation that a command may change.
type amendable struct {
	from, to language.Tag
	file     string // its catalog, as it is shown
	message  *messages.Message
	source   document.Content
}

// amend gives what a command makes of a translation, and how it shows that; ok
// is false where it leaves it.
type amend[R any] func(amendable) (after string, shown R, ok bool)

// amendAll goes through the filled messages in catalogs of certain kinds, and
// writes them with --write.
func amendAll[R any](t *tool, c *cli.Context, kinds []messages.Kind, prepare func(*project) (amend[R], error)) ([]R, error) {
	write := c.Bool("write")
	return gather(t, c, func(p *project, s scope) ([]R, error) {
		change, err := prepare(p)
		if err != nil {
			return nil, err
		}
		if write {
			release, err := p.lock()
			if err != nil {
				return nil, err
			}
			defer release()
		}
		return collect(p.groups(), func(g group) (all []R, err error) {
			src, err := t.messagesOf(p, g)
			if err != nil {
				return nil, err
			}
			work := func(shelf *shelf) (files []file, err error) {
				all, files, err = amendShelf(shelf, g.Lang, p.languagesOf(g.Circulars[0], s), kinds, sourcesByID(src), change)
				return files, err
			}
			if write {
				return all, p.revise(g.Name, work)
			}
			_, err = work(p.shelf(g.Name))
			return all, err
		})
	})
}

func sourcesByID(src []messages.Source) map[string]document.Content {
	out := make(map[string]document.Content, len(src))
	for _, m := range src {
		out[m.ID] = document.ParseContent(m.Text)
	}
	return out
}

// amendShelf changes the catalogs of all languages and gives those that differ
// now.
func amendShelf[R any](shelf *shelf, from language.Tag, targets []language.Tag, kinds []messages.Kind, sources map[string]document.Content, change amend[R]) (all []R, files []file, err error) {
	if err := shelf.survey(); err != nil {
		return nil, nil, err
	}
	for _, lang := range targets {
		for _, kind := range kinds {
			catalog, err := shelf.load(kind, lang)
			if err != nil {
				return nil, nil, err
			}
			name := shelf.name(kind, lang)
			more := amendCatalog(catalog, amendable{from: from, to: lang, file: shelf.p.shown(name)}, sources, change)
			if len(more) > 0 {
				files = append(files, file{Name: name, Data: catalog.Encode()})
			}
			all = append(all, more...)
		}
	}
	return all, files, nil
}

// amendCatalog changes the messages of a catalog, which may be nil, that are
// filled and still in the circular.
func amendCatalog[R any](catalog *messages.Catalog, in amendable, sources map[string]document.Content, change amend[R]) []R {
	if catalog == nil {
		return nil
	}
	var out []R
	for _, m := range catalog.Messages {
		src, ok := sources[m.ID]
		if !ok || !m.Filled() {
			continue
		}
		in.message, in.source = m, src
		if after, shown, ok := change(in); ok {
			m.Other = after
			out = append(out, shown)
		}
	}
	return out
}
