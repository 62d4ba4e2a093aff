# hexaglot: build it, test it, measure it. `make test` is what CI runs.
GO       ?= go
TOOLS    := $(CURDIR)/.tools
PATH     := $(TOOLS):$(PATH)
export PATH
export CGO_ENABLED = 0

GOFUMPT       := mvdan.cc/gofumpt@v0.12.0
GOLANGCI_LINT := github.com/golangci/golangci-lint/v2/cmd/golangci-lint@v2.15.0

.PHONY: build test setup unit race lint cross fuzz bench example clean

build: ## the program, as bin/hexaglot
	$(GO) build -trimpath -ldflags='-s -w' -o bin/hexaglot ./cmd/hexaglot

test: setup lint unit race example cross ## everything that the project checks

setup: ## the Debian packages that tests use, and the linters
	@./.ci/setup

lint:
	$(GO) vet ./...
	@test -z "$$(gofumpt -l .)" || { gofumpt -d .; echo 'run gofumpt -w on these files'; exit 1; }
	golangci-lint run ./...

unit:
	$(GO) test ./...

race: # the race detector needs cgo, and so a C compiler
	@if command -v gcc >/dev/null; then CGO_ENABLED=1 $(GO) test -race -short ./...; \
	else echo 'no gcc: the race detector did not run' >&2; fi

example: ## the six circulars of examples/, twice: the second run changes nothing
	$(GO) run ./cmd/hexaglot build examples
	$(GO) run ./cmd/hexaglot check examples

cross: ## the program builds without cgo wherever it is used
	@for target in linux/amd64 linux/arm64 darwin/amd64 darwin/arm64 windows/amd64 windows/arm64; do \
		echo "build $$target"; \
		GOOS=$${target%/*} GOARCH=$${target#*/} $(GO) build -o /dev/null ./cmd/hexaglot || exit 1; \
	done

fuzz: ## each fuzz target for FUZZTIME
	@./.ci/fuzz $(or $(FUZZTIME),30s)

bench: ## the speed figures of the README, as ratios where a reference runs beside
	$(GO) test -run='^$$' -bench=. -benchtime=$(or $(BENCHTIME),1s) ./...

clean:
	rm -rf bin dist examples/out
