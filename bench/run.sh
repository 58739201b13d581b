#!/bin/sh
# Measures expertd beside its peers, as ratios in one run. See README.md in this folder.
set -eu

usage() {
  cat <<'TEXT'
usage: bench/run.sh [hook|latency|draft|git|trace|start|catchup|idle|scale]... [--quick] [--repo DIR] [--mb N] [--idle TIME]
       bench/run.sh symbols [DIR]
       bench/run.sh splice
       bench/run.sh references [REPOSITORY FILE...]
TEXT
}

# the program's own flags
measure() {
  exec java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx256m -cp target/test-classes:target/expertd-all.jar "$@"
}

from=$PWD
cd "$(dirname "$0")/.."
case ${1:-} in
  -h|--help) usage; exit 0 ;;
esac
mvn -B -q -DskipTests package
case ${1:-} in
  symbols)
    dir=${2:-$PWD/src}
    case $dir in /*) ;; *) dir=$from/$dir ;; esac
    measure dev.expertd.bench.SymbolBench "$dir"
    ;;
  splice) measure dev.expertd.bench.SpliceBench ;;
  references) shift && measure dev.expertd.bench.ReferenceBench "$@" ;;
esac

mkdir -p target/bench/home
home=$(cd target/bench/home && pwd -P)
local=${M2:-$HOME/.m2}/repository
mvn -B -q dependency:build-classpath -Dmdep.outputFile=target/bench/classpath -Dmdep.includeScope=runtime
HOME=$home XDG_DATA_HOME="" XDG_STATE_HOME="" XDG_CONFIG_HOME="" \
  MAVEN_OPTS="${MAVEN_OPTS:-} -Dmaven.repo.local=$local" ./install.sh --no-service >/dev/null
measure dev.expertd.bench.Bench --launcher "$home/.local/bin/expertd" --made target/bench/made \
  --class-path "$PWD/target/expertd.jar:$(cat target/bench/classpath)" "$@"
