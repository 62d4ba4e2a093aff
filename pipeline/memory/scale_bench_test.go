package memory_test

import (
	"fmt"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"hexaglot/pipeline/memory"
)

func cpu() float64 {
	var u syscall.Rusage
	syscall.Getrusage(0, &u)
	return time.Duration(u.Utime.Nano() + u.Stime.Nano()).Seconds()
}

func BenchmarkWhole(b *testing.B) {
	for _, k := range []int{1, 5} {
		b.Run(fmt.Sprint(k), func(b *testing.B) {
			for range b.N {
				s, err := memory.Open(filepath.Join(b.TempDir(), "memory.db"), "memory.db", memory.Write)
				if err != nil {
					b.Fatal(err)
				}
				t, c := time.Now(), cpu()
				lap := func(name string) {
					b.ReportMetric(time.Since(t).Seconds(), name+"-s")
					b.ReportMetric(cpu()-c, name+"-cpu-s")
					t, c = time.Now(), cpu()
				}
				if _, err := s.Fill(generated(1_000_000, k), nil); err != nil {
					b.Fatal(err)
				}
				lap("fill")
				s.Close()
				lap("close")
			}
		})
	}
}
