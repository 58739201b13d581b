#!/bin/sh
# Measures expertd beside its peers, as ratios in one run. See README.md in this folder.
set -eu

usage() { printf 'usage: bench/run.sh [trace] [--mb N]\n       bench/run.sh symbols [DIR]\n       bench/run.sh splice\n       bench/run.sh references [REPOSITORY FILE...]\n'; }

cd "$(dirname "$0")/.."
size=256
if [ "${1:-}" = symbols ]; then
  dir=${2:-$PWD/src}
  case $dir in /*) ;; *) dir=$OLDPWD/$dir ;; esac
  mvn -B -q -DskipTests package
  exec java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx256m \
    -cp target/test-classes:target/expertd-all.jar dev.expertd.bench.SymbolBench "$dir"
fi
if [ "${1:-}" = splice ]; then
  mvn -B -q -DskipTests package
  exec java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx256m \
    -cp target/test-classes:target/expertd-all.jar dev.expertd.bench.SpliceBench
fi
if [ "${1:-}" = references ]; then
  shift
  mvn -B -q -DskipTests package
  exec java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx256m \
    -cp target/test-classes:target/expertd-all.jar dev.expertd.bench.ReferenceBench "$@"
fi
while [ $# -gt 0 ]; do
  case $1 in
    trace) ;;
    --mb) [ $# -ge 2 ] || { usage >&2; exit 2; }; shift; size=$1 ;;
    -h|--help) usage; exit 0 ;;
    *) usage >&2; exit 2 ;;
  esac
  shift
done

home=target/bench/home
mkdir -p "$home"
home=$(cd "$home" && pwd -P)
mvn -B -q -DskipTests package
HOME=$home XDG_DATA_HOME="" XDG_STATE_HOME="" XDG_CONFIG_HOME="" \
  MAVEN_OPTS="${MAVEN_OPTS:-} -Dmaven.repo.local=${M2:-$HOME/.m2}/repository" ./install.sh --no-service >/dev/null
# the measured loops get the flags of the program
exec java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx256m \
  -cp target/test-classes:target/expertd-all.jar \
  dev.expertd.bench.TraceBench "$home/.local/bin/expertd" target/bench/made "$size"
