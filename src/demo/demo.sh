#!/bin/sh
# Shows what expertd does, in a throwaway repository with a home of its own. Called by `./install.sh --demo`.
set -eu

built=${EXPERTD_BUILT:?run ./install.sh --demo}
demo=$(mktemp -d "${TMPDIR:-/tmp}/expertd-demo.XXXXXX")
expertd=$demo/home/.local/bin/expertd
# shellcheck disable=SC2317 # called by the trap
clean() {
  if [ -x "$expertd" ]; then "$expertd" daemon stop > /dev/null 2>&1 || true; fi
  rm -rf "$demo"
}
trap clean EXIT
trap 'exit 130' INT TERM

HOME=$demo/home
PATH=$HOME/.local/bin:$PATH
export HOME PATH GIT_CONFIG_GLOBAL="$demo/gitconfig" GIT_CONFIG_NOSYSTEM=1
unset XDG_CONFIG_HOME XDG_STATE_HOME XDG_DATA_HOME 2>/dev/null || true
mkdir -p "$HOME" "$demo/shop"
git config --file "$GIT_CONFIG_GLOBAL" user.name Demo
git config --file "$GIT_CONFIG_GLOBAL" user.email demo@example.com
git config --file "$GIT_CONFIG_GLOBAL" init.defaultBranch main

if [ -t 1 ]; then bold=$(printf '\033[1m'); plain=$(printf '\033[0m'); colour=always; else bold=; plain=; colour=never; fi
step() { printf '%s\n' "$bold$*$plain"; }
# Milliseconds; whole seconds where date knows no nanoseconds.
now() {
  case $(date +%N) in
    *[!0-9]* | '') echo "$(date +%s)000" ;;
    *) date +%s%N | cut -c1-13 ;;
  esac
}

# Waits until the expertise file holds a text, at most 20 seconds.
await() {
  tries=0
  until grep -q "$1" "$expertise"; do
    tries=$((tries + 1))
    if [ "$tries" -gt 1000 ]; then
      echo "demo: the line did not come within 20 seconds; the daemon said:" >&2
      cat "$HOME/.local/state/expertd/daemon.log" >&2
      exit 1
    fi
    sleep 0.02
  done
}

cd "$demo/shop"
git init -q
expertise=.claude/commands/experts/backend/expertise.md
mkdir -p "$(dirname "$expertise")" app
cp "$built/src/demo/expertise.md" "$expertise"
cp "$built/src/demo/agentic_service.before.py" app/agentic_service.py
printf 'trace_logs.json\n' > .gitignore
git add -A
git commit -q -m "Import the service"
before=$(mktemp "$demo/before.XXXXXX")
cp "$expertise" "$before"

step "1. install into a home of its own, enrol the repository, start the daemon"
"$built/install.sh" "$demo/shop" | sed 's/^/   /'
sleep 1

trace() {
  sed "s/@NOW@/$(date -u +%Y-%m-%dT%H:%M:%S)+00:00/" "$built/src/demo/trace_logs.$1.json" > trace_logs.json.tmp
  mv trace_logs.json.tmp trace_logs.json
}

step "2. a test run fails"
trace fail
sleep 1

step "3. a commit fixes it"
cp "$built/src/demo/agentic_service.after.py" app/agentic_service.py
git add -A
start=$(now)
git commit -q -F "$built/src/demo/message.txt"
committed=$(now)
await "AttributeError"
learned=$(now)
printf '   git commit took %s ms; its lesson stood in the file %s ms later\n' "$((committed - start))" "$((learned - committed))"

step "4. the next run passes"
sleep 1
passed=$(now)
trace pass
await "Test 3"
proved=$(now)
printf '   %s ms after the trace was in place the line named the test, the error and the changed symbol\n' "$((proved - passed))"

step "5. what was added to expertise.md"
printf '%s\n' "--- expertise.md (before)" "+++ expertise.md"
git diff --no-index --color="$colour" --no-prefix "$before" "$expertise" | sed '1,4d' || true

step "6. the report (expertd report)"
"$expertd" report
