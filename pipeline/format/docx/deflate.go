package docx

import (
	"bytes"
	"io"
	"runtime"
	"sync"

	"github.com/klauspost/compress/flate"
)

// level is the compression of the parts that are written anew, and slice the
// bytes that one processor takes of a part.
const (
	level = 2
	slice = 1 << 20
)

var deflaters = sync.Pool{New: func() any {
	w, _ := flate.NewWriter(io.Discard, level) // the level is a valid one
	return w
}}

// deflate gives the slices of a part deflated. They are deflated at the same
// time, each with a window of its own, and ended by an empty stored block
// (RFC 1951, §3.2.4), so that they are one stream when they are joined.
func deflate(part [][]byte) ([][]byte, error) {
	out, errs := make([][]byte, len(part)), make([]error, len(part))
	each(len(part), func(i int) {
		out[i], errs[i] = deflateSlice(part[i], i == len(part)-1)
	})
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// slicesOf gives into how many slices so many bytes are cut: one for each
// processor, if it is worth it.
func slicesOf(size int) int { return max(1, min(size/slice, runtime.GOMAXPROCS(0))) }

// sliced cuts a part.
func sliced(part []byte) [][]byte {
	n := slicesOf(len(part))
	out := make([][]byte, n)
	for i := range out {
		out[i] = part[len(part)/n*i : len(part)/n*(i+1)]
	}
	out[n-1] = part[len(part)/n*(n-1):]
	return out
}

func deflateSlice(part []byte, last bool) ([]byte, error) {
	var out bytes.Buffer
	out.Grow(len(part)/5 + 512)
	w := deflaters.Get().(*flate.Writer)
	defer deflaters.Put(w)
	w.Reset(&out)
	if _, err := w.Write(part); err != nil {
		return nil, err
	}
	finish := w.Close
	if !last {
		finish = w.Flush
	}
	err := finish()
	return out.Bytes(), err
}

// each calls f for 0 to n-1 at the same time, and waits for all.
func each(n int, f func(i int)) {
	var wg sync.WaitGroup
	for i := 1; i < n; i++ {
		wg.Go(func() { f(i) })
	}
	f(0)
	wg.Wait()
}
