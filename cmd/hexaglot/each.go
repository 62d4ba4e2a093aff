package main

import (
	"errors"

	"github.com/urfave/cli/v2"

	"hexaglot/messages/fault"
)

// each opens the projects of the arguments and works on one after the other.
func (t *tool) each(args []string, s scope, work func(*project) error) error {
	projects, err := open(args, s)
	if err != nil {
		return err
	}
	defer closeAll(projects)
	for _, p := range projects {
		if err := work(p); err != nil {
			return err
		}
	}
	return nil
}

// gather opens the projects of a command line and joins what work gives for
// each of them; it is never nil.
func gather[R any](t *tool, c *cli.Context, work func(*project, scope) ([]R, error)) ([]R, error) {
	s, err := scopeOf(c)
	if err != nil {
		return nil, err
	}
	all := []R{}
	err = t.each(files(c), s, func(p *project) error {
		more, err := work(p, s)
		all = append(all, more...)
		return err
	})
	return all, err
}

// collect joins what work gives for each of a list; where it fails for some, it
// goes on with the others, and the error tells all of them.
func collect[T, R any](list []T, work func(T) ([]R, error)) ([]R, error) {
	var all []R
	var problems []error
	for _, one := range list {
		more, err := work(one)
		all = append(all, more...)
		problems = append(problems, err)
	}
	return all, errors.Join(problems...)
}

// attempts is how often an update starts anew because somebody saved a catalog
// while it was at work.
const attempts = 5

// revise works on the catalogs of one circular and puts the files that work
// gives in place; where somebody saves a catalog meanwhile, it begins anew. The
// caller holds the lock.
func (p *project) revise(name string, work func(*shelf) ([]file, error)) error {
	for range attempts {
		shelf := p.shelf(name)
		files, err := work(shelf)
		if err != nil {
			return err
		}
		same, err := shelf.untouched()
		if err != nil {
			return err
		}
		if same {
			return p.commit(files)
		}
	}
	return fault.New(fault.Input, "restless", "the catalogs keep changing while they are updated").At(p.shown(p.Catalogs), 0)
}
