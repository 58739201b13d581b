#!/bin/sh
# Builds expertd and installs it for this user. See README.md.
set -eu

usage() {
  cat <<'TEXT'
usage: ./install.sh [REPO] [--no-service] [--prefix DIR] [--demo | --uninstall]

  REPO          repository to enrol; the one you stand in without, if it is not expertd's own
  --no-service  install and enrol, but start no daemon
  --prefix DIR  put the launcher into DIR/bin and the program into DIR/share/expertd
  --demo        show what expertd does in a throwaway repository, install nothing
  --uninstall   remove daemon, hooks and program (learnings stay)
TEXT
}

say() { printf '%s\n' "$*"; }
fail() { printf 'install.sh: %s\n' "$*" >&2; exit 1; }

here=$(cd "$(dirname "$0")" && pwd -P)
repo=
prefix=
service=yes
what=install
while [ $# -gt 0 ]; do
  case $1 in
    --no-service) service=no ;;
    --prefix) [ $# -ge 2 ] || fail "--prefix needs a folder"; shift; prefix=$1 ;;
    --prefix=*) prefix=${1#--prefix=} ;;
    --demo) what=demo ;;
    --uninstall) what=uninstall ;;
    -h|--help) usage; exit 0 ;;
    -*) usage >&2; exit 2 ;;
    *) [ -z "$repo" ] || { usage >&2; exit 2; }; repo=$1 ;;
  esac
  shift
done

[ -n "${HOME:-}" ] || fail "HOME is not set; set it to your home directory"
if [ -n "$prefix" ]; then
  mkdir -p "$prefix"
  prefix=$(cd "$prefix" && pwd -P)
  bin=$prefix/bin
  program=$prefix/share/expertd
else
  bin=$HOME/.local/bin
  program=${XDG_DATA_HOME:-$HOME/.local/share}/expertd
fi
launcher=$bin/expertd

if [ "$what" = uninstall ]; then
  [ -x "$launcher" ] || fail "nothing to remove: there is no $launcher"
  exec "$launcher" uninstall
fi

command -v git >/dev/null 2>&1 || fail "git is missing; install it (Debian: apt-get install git)"
java=
if [ -n "${JAVA_HOME:-}" ] && [ -x "$JAVA_HOME/bin/javac" ]; then
  java=$JAVA_HOME/bin/java
elif command -v javac >/dev/null 2>&1; then
  java=$(command -v java)
fi
[ -n "$java" ] || fail "no JDK found; install JDK 17 or later (Debian: apt-get install openjdk-17-jdk-headless) or set JAVA_HOME"
version=$("$java" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -n 1)
[ "${version:-0}" -ge 17 ] || fail "JDK ${version:-?} is too old; install JDK 17 or later (Debian: apt-get install openjdk-17-jdk-headless) or set JAVA_HOME"
command -v mvn >/dev/null 2>&1 || fail "mvn is missing; install Maven 3.8 or later (Debian: apt-get install maven)"

build() {
  jar=$here/target/expertd-all.jar
  if [ -f "$jar" ] && [ -z "$(find "$here/pom.xml" "$here/config.yml" "$here/hooks" "$here/src/main" -newer "$jar" -type f -print | head -n 1)" ]; then
    say "build: up to date"
    return
  fi
  say "build: running Maven (the first time it fetches the libraries) ..."
  log=$(mktemp)
  if ! (cd "$here" && mvn -B -q package -DskipTests -Dspotless.check.skip=true) > "$log" 2>&1; then
    tail -n 30 "$log" >&2
    rm -f "$log"
    fail "the build failed; what Maven said stands above"
  fi
  rm -f "$log"
}

# Replaces a file only if it differs, in one step, so that a running program keeps what it has open.
put() {
  if [ -f "$2" ] && cmp -s "$1" "$2"; then return 1; fi
  cp "$1" "$2.new"
  mv -f "$2.new" "$2"
}

install_program() {
  mkdir -p "$bin" "$program/native"
  chmod 700 "$program"
  changed=no
  put "$here/target/expertd-all.jar" "$program/expertd.jar" && changed=yes
  case $(uname -s) in
    Darwin) os=Mac; sqlite=libsqlitejdbc.dylib ;;
    Linux) os=Linux; sqlite=libsqlitejdbc.so ;;
    *) fail "$(uname -s) is not supported by this script" ;;
  esac
  case $(uname -m) in
    x86_64|amd64) cpu=x86_64 ;;
    aarch64|arm64) cpu=aarch64 ;;
    *) cpu=$(uname -m) ;;
  esac
  [ "$os" = Linux ] && [ -f /etc/alpine-release ] && os=Linux-Musl
  work=$(mktemp -d)
  # SQLite's own library unpacks itself into the temporary folder at each start unless it lies ready.
  (cd "$work" && "$(dirname "$java")/jar" xf "$program/expertd.jar" "org/sqlite/native/$os/$cpu/$sqlite") || true
  if [ -f "$work/org/sqlite/native/$os/$cpu/$sqlite" ]; then
    put "$work/org/sqlite/native/$os/$cpu/$sqlite" "$program/native/$sqlite" || true
  fi
  quote() { printf "%s" "$1" | sed "s/'/'\\\\\\\\''/g; s/[&|]/\\\\&/g; s/^/'/; s/\$/'/"; }
  sed -e "s|@PROGRAM@|$(quote "$program")|" -e "s|@SQLITE@|$sqlite|" \
      -e "s|@LAUNCHER@|$(quote "$launcher")|" -e "s|@JAVA@|$(quote "$java")|g" "$here/src/main/dist/expertd" > "$work/expertd"
  chmod 755 "$work/expertd"
  if put "$work/expertd" "$launcher"; then chmod 755 "$launcher"; fi
  rm -rf "$work"
  if [ "$changed" = yes ]; then say "program: installed in $program"; else say "program: up to date in $program"; fi
  say "launcher: $launcher"
  case ":$PATH:" in
    *":$bin:"*) ;;
    *) say "note: $bin is not on your PATH; add it with: export PATH=\"$bin:\$PATH\"" ;;
  esac
}

build
if [ "$what" = demo ]; then
  EXPERTD_BUILT=$here exec sh "$here/src/demo/demo.sh"
fi
install_program

if [ -z "$repo" ]; then
  repo=$(git rev-parse --show-toplevel 2>/dev/null || true)
  [ "$repo" != "$here" ] || repo=
fi
if [ "$service" = yes ]; then
  if [ "$changed" = yes ]; then "$launcher" daemon restart; else "$launcher" daemon start; fi
fi
if [ -n "$repo" ]; then
  "$launcher" init "$repo"
else
  say "no repository enrolled yet: run \`expertd init\` in one"
fi
