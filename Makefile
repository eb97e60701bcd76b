# SPDX-License-Identifier: AGPL-3.0-or-later
# The commands of the project, each a script in script/. They install what they need, under .tools/ and node_modules/.
.PHONY: help serve test build publish bench corpus audit clean
.DEFAULT_GOAL := help

# What is given on the command line reaches the scripts as it is: a quotation mark in a name is never the shell's.
export PLAN LEVEL SITE REPLACE FILE RUNS CLICK

help: ## What there is to run
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-8s %s\n", $$1, $$2}'

serve: ## Build the page and show it at http://127.0.0.1:8080 (PORT=9000 for another port)
	@script/serve.sh

test: ## Every check: form, lints, native tests, and the built page in Chromium and Firefox
	@script/test.sh

build: ## The release page in dist/, for any folder of any static host
	@script/build.sh

publish: ## Plans beside the page in site/, for any static host (PLAN=file, LEVEL=no-names|figures|full, SITE=site, REPLACE=yes)
	@script/publish.sh

bench: ## How fast the core and the page are (FILE=plan.json, RUNS=9)
	@script/bench.sh

corpus: ## How well outcomes and names are read, on the labelled texts of tests/corpus
	cargo test --locked --test outcome_corpus --test people_reading -- --nocapture

audit: ## Licences, origins and known vulnerabilities of what the project depends on
	@script/audit.sh

clean: ## Remove what was built (the tools in .tools/ and node_modules/ stay)
	rm -rf target dist
