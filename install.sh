#!/bin/sh
# Builds expertd and installs it for this user. See README.md.
set -eu

usage() {
  cat <<'TEXT'
usage: ./install.sh [REPO] [--no-service] [--bundle] [--prefix DIR] [--demo | --uninstall [--purge]]

  REPO          repository to enrol; the one you stand in without, if it is not expertd's own
  --no-service  install and enrol, but install no service and start no daemon
  --bundle      put a Java of its own beside the program, so that it runs without any that is installed
  --prefix DIR  put the launcher into DIR/bin and the program into DIR/share/expertd
  --demo        show what expertd does in a throwaway repository, install nothing
  --uninstall   remove service, hooks, merge drivers and program; --purge also settings and journal (learnings stay)
TEXT
}

say() { printf '%s\n' "$*"; }
fail() { printf 'install.sh: %s\n' "$*" >&2; exit 1; }

here=$(cd "$(dirname "$0")" && pwd -P)
repo=
prefix=
service=yes
bundle=no
purge=
what=install
while [ $# -gt 0 ]; do
  case $1 in
    --no-service) service=no ;;
    --bundle) bundle=yes ;;
    --prefix) [ $# -ge 2 ] || fail "--prefix needs a folder"; shift; prefix=$1 ;;
    --prefix=*) prefix=${1#--prefix=} ;;
    --demo) what=demo ;;
    --uninstall) what=uninstall ;;
    --purge) purge=--purge ;;
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
  exec "$launcher" uninstall $purge
fi
[ -z "$purge" ] || { usage >&2; exit 2; }

need() { command -v "$1" >/dev/null 2>&1 || fail "$1 is missing; install $2"; }
need git "it (Debian: apt-get install git)"
java=
if [ -n "${JAVA_HOME:-}" ] && [ -x "$JAVA_HOME/bin/javac" ]; then
  java=$JAVA_HOME/bin/java
elif command -v javac >/dev/null 2>&1; then
  java=$(command -v java)
fi
jdk="JDK 17 or later (Debian: apt-get install openjdk-17-jdk-headless) or set JAVA_HOME"
[ -n "$java" ] || fail "no JDK found; install $jdk"
version=$("$java" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -n 1)
[ "${version:-0}" -ge 17 ] || fail "the JDK of $java is too old; install $jdk"
need mvn "Maven 3.8 or later (Debian: apt-get install maven)"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM

jar=$here/target/expertd-all.jar
build() {
  if [ -f "$jar" ] && [ -z "$(find "$here/pom.xml" "$here/config.yml" "$here/hooks" "$here/src/main" -newer "$jar" -type f -print | head -n 1)" ]; then
    say "build: up to date"
    return
  fi
  say "build: running Maven (the first time it fetches the libraries) ..."
  if ! (cd "$here" && mvn -B -q package -DskipTests -DskipITs -Dspotless.check.skip=true) > "$work/build.log" 2>&1; then
    tail -n 30 "$work/build.log" >&2
    fail "the build failed; what Maven said stands above"
  fi
}

# SQLite's own library unpacks itself into the temporary folder at each start unless it lies ready.
unpack_sqlite() {
  case $(uname -s) in
    Darwin) os=Mac ;;
    *) if [ -f /etc/alpine-release ]; then os=Linux-Musl; else os=Linux; fi ;;
  esac
  case $(uname -m) in
    amd64) cpu=x86_64 ;;
    arm64) cpu=aarch64 ;;
    *) cpu=$(uname -m) ;;
  esac
  inside=org/sqlite/native/$os/$cpu/$sqlite
  (cd "$work" && "$(dirname "$java")/jar" xf "$1/expertd.jar" "$inside") || true
  if [ -f "$work/$inside" ]; then mv "$work/$inside" "$1/$sqlite"; fi
}

# As little of this JDK as the program asks for; what only its libraries could need beside that is named.
make_java() {
  say "java: making one of its own ..."
  tools=$(dirname "$java")
  (
    asked=$("$tools/jdeps" --multi-release base --ignore-missing-deps --print-module-deps "$1/expertd.jar")
    "$tools/jlink" --add-modules "$asked,jdk.charsets,jdk.crypto.ec" --strip-java-debug-attributes \
      --no-header-files --no-man-pages --output "$1/java"
  ) > "$work/java.log" 2>&1 || {
    tail -n 10 "$work/java.log" >&2
    fail "the JDK of $java cannot make a Java of its own (what it said stands above); install without --bundle"
  }
}

# Classes in the form in which Java keeps them in memory: a command starts in half the time. Done without is fine too.
make_archive() {
  say "program: preparing it to start quickly ..."
  (
    HOME=$work/home
    export HOME GIT_CONFIG_GLOBAL=/dev/null GIT_AUTHOR_NAME=x GIT_AUTHOR_EMAIL=x GIT_COMMITTER_NAME=x GIT_COMMITTER_EMAIL=x
    unset XDG_CONFIG_HOME XDG_STATE_HOME XDG_DATA_HOME GIT_DIR GIT_WORK_TREE || true
    mkdir -p "$HOME" "$work/repo"
    cd "$work/repo"
    git init -q
    mkdir -p .claude/commands/experts/backend
    cp "$here/src/demo/expertise.md" .claude/commands/experts/backend/
    cp "$here/src/demo/trace_logs.fail.json" trace_logs.json
    git add -A
    git commit -q -m "Import"
    flags="-XX:+UseSerialGC -XX:TieredStopAtLevel=1"
    train() {
      # shellcheck disable=SC2086 # the flags are meant to be split
      "$java" $flags -Xshare:off "-XX:DumpLoadedClassList=$work/classes.$1" "-Dorg.sqlite.lib.path=$2" \
        "-Dorg.sqlite.lib.name=$sqlite" -jar "$2/expertd.jar" "$1" ${3:+"$3"}
    }
    train init "$1"
    git commit -q --allow-empty -F "$here/src/demo/message.txt"
    train learn "$1"
    train status "$1"
    train runs "$1" trace_logs.json
    sort -u "$work"/classes.* > "$work/classes"
    # shellcheck disable=SC2086
    "$java" $flags -Xshare:dump "-XX:SharedClassListFile=$work/classes" "-XX:SharedArchiveFile=$1/expertd.jsa.new" \
      -jar "$1/expertd.jar"
    mv "$1/expertd.jsa.new" "$1/expertd.jsa"
    # with these the daemon makes it anew when this Java is replaced
    cp "$work/classes" "$1/expertd.classes"
    {
      printf '%s %s\n' "$(($(wc -c < "$1/expertd.jsa")))" "$java"
      "$java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.vm\.version = //p'
    } > "$1/expertd.jsa.made"
  ) > "$work/archive.log" 2>&1 || rm -f "$1/expertd.jsa.new"
}

# Folders that are not there yet go again when expertd does, unless somebody else uses them by then.
note_new_folders() {
  state=${XDG_STATE_HOME:-$HOME/.local/state}/expertd
  new=$(
    for each in "$bin" "$program" "$state" "${XDG_CONFIG_HOME:-$HOME/.config}/expertd"; do
      while [ ! -e "$each" ]; do
        printf '%s\n' "$each"
        each=$(dirname "$each")
      done
    done
  )
  if [ -n "$new" ]; then
    mkdir -p "$state"
    chmod 700 "$state"
    (umask 077 && printf '%s\n' "$new" >> "$state/made")
  fi
}

# The program lies in a folder of its own for each build and Java, so that a running daemon keeps what it began with.
install_program() {
  case $(uname -s) in
    Darwin) sqlite=libsqlitejdbc.dylib ;;
    Linux) sqlite=libsqlitejdbc.so ;;
    *) fail "$(uname -s) is not supported by this script" ;;
  esac
  [ "$(uname -s)" = Darwin ] || note_new_folders
  mkdir -p "$bin" "$program"
  chmod 700 "$program"
  release=$(sed -n 's:^  <version>\(.*\)</version>$:\1:p' "$here/pom.xml" | head -n 1)
  sum=$({ cat "$jar"; printf '%s' "$java"; "$java" -version 2>&1; printf '%s' "$bundle"; } | cksum | cut -d ' ' -f 1)
  folder=$program/$release-$sum
  changed=no
  if [ ! -f "$folder/expertd.jar" ]; then
    changed=yes
    mkdir "$work/program"
    chmod 700 "$work/program"
    cp "$jar" "$work/program/expertd.jar"
    unpack_sqlite "$work/program"
    [ "$bundle" = no ] || make_java "$work/program"
    rm -rf "$folder.new" "$folder"
    cp -R "$work/program" "$folder.new"
    chmod 700 "$folder.new"
    mv "$folder.new" "$folder"
  fi
  [ "$bundle" = no ] || java=$folder/java/bin/java
  # tests of the installation do without an archive
  if [ "$changed" = yes ] && [ "${EXPERTD_ARCHIVE-yes}" != no ]; then make_archive "$folder"; fi
  write_launcher
  if [ "$changed" = yes ]; then say "program: installed in $folder"; else say "program: up to date in $folder"; fi
  say "launcher: $launcher"
  case ":$PATH:" in
    *":$bin:"*) ;;
    *) say "note: $bin is not on your PATH; add it with: export PATH=\"$bin:\$PATH\"" ;;
  esac
}

write_launcher() {
  quote() { printf "'%s'" "$(printf '%s' "$1" | sed "s/'/'\\\\''/g")"; }
  while IFS= read -r line; do
    case $line in
      'program=@'*) line=program=$(quote "$program") ;;
      'folder=@'*) line=folder=$(quote "$folder") ;;
      'launcher=@'*) line=launcher=$(quote "$launcher") ;;
      'known=@'*) line=known=$(quote "$java") ;;
      'sqlite=@'*) line=sqlite=$sqlite ;;
    esac
    printf '%s\n' "$line"
  done < "$here/src/main/dist/expertd" > "$work/expertd"
  if ! cmp -s "$work/expertd" "$launcher"; then
    cp "$work/expertd" "$launcher.new"
    chmod 755 "$launcher.new"
    mv -f "$launcher.new" "$launcher"
  fi
}

remove_older() {
  for each in "$program"/*; do
    if [ -f "$each/expertd.jar" ] && [ "$each" != "$folder" ]; then rm -rf "$each"; fi
  done
}

build
if [ "$what" = demo ]; then
  EXPERTD_BUILT=$here sh "$here/src/demo/demo.sh"
  exit
fi
install_program

if [ -z "$repo" ]; then
  repo=$(git rev-parse --show-toplevel 2>/dev/null || true)
  [ "$repo" != "$here" ] || repo=
fi
if [ "$service" = yes ]; then
  "$launcher" service install
fi
remove_older
if [ -n "$repo" ]; then
  "$launcher" init "$repo"
else
  say "no repository enrolled yet: run \`expertd init\` in one"
fi
