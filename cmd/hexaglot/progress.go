package main

import (
	"sync"
	"time"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"
)

// patience is how long work lasts before its progress is shown.
const patience = time.Second

// bar shows progress on a terminal, and nowhere else.
type bar struct {
	mu      sync.Mutex
	label   string
	total   int
	done    int
	started time.Time
	t       *tool
	shown   *mpb.Progress
	line    *mpb.Bar
	ended   bool
}

// progress begins to watch work of total steps.
func (t *tool) progress(label string, total int) *bar {
	return &bar{t: t, label: label, total: total, started: time.Now()}
}

// step notes that one step is done.
func (b *bar) step() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.done++
	if b.ended || !terminal(b.t.stderr) || b.line == nil && time.Since(b.started) < patience {
		return
	}
	if b.line == nil {
		b.shown = mpb.New(mpb.WithOutput(b.t.stderr), mpb.WithWidth(40))
		b.line = b.shown.AddBar(int64(b.total),
			mpb.PrependDecorators(decor.Name(b.label+" ")),
			mpb.AppendDecorators(decor.CountersNoUnit("%d/%d")),
			mpb.BarRemoveOnComplete())
	}
	b.line.SetCurrent(int64(b.done))
}

// stop takes the progress from the screen.
func (b *bar) stop() {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.line != nil && !b.ended {
		b.line.Abort(true)
		b.shown.Wait()
	}
	b.ended = true
}
