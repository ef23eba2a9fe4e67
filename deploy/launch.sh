# Shared by the launch scripts of this folder; sourced, never run. Needs bash 3.2 or later, as macOS has it.
#
#   chieng_find_jdk                  sets CHIENG_JAVA to the java of a JDK 25, or ends with what was searched
#   chieng_build_if_needed MODULE…   builds the modules (paths below the root) if a source is newer than they are
#   chieng_class_path MODULE         prints the class path of a module: its own jar and what it needs

set -euo pipefail

CHIENG_ROOT="$(cd -P "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
CHIENG_JAVA_RELEASE=25

chieng_say() { printf '%s\n' "$*" >&2; }

chieng_fail() {
  chieng_say "$@"
  exit 1
}

# --- JDK -------------------------------------------------------------------------------------------------------------

# A JDK names its version in its release file, so that no JVM has to be started to ask.
chieng_is_jdk() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] &&
    grep -q "^JAVA_VERSION=\"$CHIENG_JAVA_RELEASE[\".]" "$1/release"
}

chieng_home_of_java_on_path() {
  local java
  java="$(command -v java)" || return 1
  if [ -x /usr/libexec/java_home ]; then # the java of macOS is a stub that asks this
    /usr/libexec/java_home -v "$CHIENG_JAVA_RELEASE" 2>/dev/null && return 0
  fi
  dirname "$(dirname "$(readlink -f "$java")")"
}

chieng_jdk_candidates() {
  if [ -n "${JAVA_HOME:-}" ]; then printf '%s\n' "$JAVA_HOME"; fi
  chieng_home_of_java_on_path || true
  local folder
  for folder in /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /opt/java/* /opt/jdk* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.asdf/installs/java/* \
    "$HOME"/.local/share/mise/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    if [ -d "$folder" ]; then printf '%s\n' "$folder"; fi
  done
  if [ -r "$HOME/.m2/toolchains.xml" ]; then
    sed -n 's:.*<jdkHome>[[:space:]]*\(.*[^[:space:]]\)[[:space:]]*</jdkHome>.*:\1:p' "$HOME/.m2/toolchains.xml"
  fi
}

chieng_find_jdk() {
  local candidate searched=""
  while IFS= read -r candidate; do
    if chieng_is_jdk "$candidate"; then
      CHIENG_JDK="$candidate"
      CHIENG_JAVA="$candidate/bin/java"
      return 0
    fi
    searched="$searched
  $candidate"
  done <<CANDIDATES
$(chieng_jdk_candidates)
CANDIDATES
  chieng_fail "No JDK $CHIENG_JAVA_RELEASE was found. These were looked at:${searched:-
  (nothing: no JAVA_HOME, no java on PATH, no JDK folder)}
Install one (Temurin $CHIENG_JAVA_RELEASE, for example) or set JAVA_HOME to it."
}

# --- build -----------------------------------------------------------------------------------------------------------

chieng_stamp() { printf '%s/%s/target/chieng.built' "$CHIENG_ROOT" "$1"; }

# The sources that a module may be made of: its own, and those of every room that is not itself a launchable tool.
chieng_is_stale() {
  local stamp
  stamp="$(chieng_stamp "$1")"
  [ -f "$stamp" ] || return 0
  cd "$CHIENG_ROOT"
  local places="pom.xml .mvn $1/pom.xml" place
  for place in "$1/src/main" collectors/*/src/main collectors/*/pom.xml correlation/*/src/main correlation/*/pom.xml \
    playbooks/*/src/main playbooks/*/pom.xml deploy/testbed/pom.xml deploy/testbed/src/main \
    deploy/testbed/*/pom.xml deploy/testbed/*/src/main; do
    if [ -e "$place" ]; then places="$places $place"; fi
  done
  # shellcheck disable=SC2086
  [ -n "$(find $places -newer "$stamp" -print -quit 2>/dev/null)" ]
}

chieng_any_stale() {
  local module
  for module in "$@"; do
    if (chieng_is_stale "$module"); then return 0; fi
  done
  return 1
}

CHIENG_LOCK=""
CHIENG_BUILD_PID=""

chieng_lock_build() {
  local lock="$CHIENG_ROOT/target/build.lock" owner told=""
  mkdir -p "$CHIENG_ROOT/target"
  while ! mkdir "$lock" 2>/dev/null; do
    owner="$(cat "$lock/pid" 2>/dev/null || true)"
    if [ -n "$owner" ] && ! kill -0 "$owner" 2>/dev/null; then
      rm -rf "$lock"
      continue
    fi
    if [ -z "$told" ]; then
      chieng_say "Waiting for the build of process ${owner:-?} to end."
      told=yes
    fi
    sleep 1
  done
  CHIENG_LOCK="$lock"
  printf '%s\n' "$$" >"$lock/pid"
  trap chieng_unlock_build EXIT
  trap 'chieng_unlock_build; exit 130' INT
  trap 'chieng_unlock_build; exit 143' TERM
}

chieng_unlock_build() {
  if [ -n "$CHIENG_BUILD_PID" ]; then kill "$CHIENG_BUILD_PID" 2>/dev/null || true; fi
  if [ -n "$CHIENG_LOCK" ]; then rm -rf "$CHIENG_LOCK"; fi
  CHIENG_LOCK=""
  CHIENG_BUILD_PID=""
  trap - EXIT INT TERM
}

# Shows which module is being built, and that a download goes on, without the flood of Maven's log.
chieng_show_progress() {
  local log="$1" began="$2" line last="" module downloads shown=0 now
  while kill -0 "$CHIENG_BUILD_PID" 2>/dev/null; do
    line="$(sed -n 's/^\[INFO\] Building \(.*\) \{1,\}\(\[[0-9]*\/[0-9]*\]\)$/\2 \1/p' "$log" | tail -n 1)"
    module="$(printf '%s' "$line" | sed 's/ 0\.[0-9.]*[-A-Z]* *$//')"
    now="$(($(date +%s) - began))"
    if [ "$module" != "$last" ]; then
      printf '  %4d s  %s\n' "$now" "$module" >&2
      last="$module"
      shown="$now"
    elif [ "$((now - shown))" -ge 10 ]; then
      downloads="$(grep -c '^\(\[INFO\] \)\{0,1\}Downloaded from' "$log" || true)"
      printf '  %4d s  … %s files downloaded so far\n' "$now" "$downloads" >&2
      shown="$now"
    fi
    sleep 0.5
  done
}

chieng_join() {
  local IFS=,
  printf '%s' "$*"
}

chieng_run_maven() {
  local log="$1"
  shift
  # Maven itself may run on an older Java; the toolchain finds 25, also through this variable when it is in an odd place.
  export JAVA25_HOME="$CHIENG_JDK"
  if [ -z "${JAVA_HOME:-}" ] && ! command -v java >/dev/null 2>&1; then export JAVA_HOME="$CHIENG_JDK"; fi
  cd "$CHIENG_ROOT"
  exec mvn -B -Dquick -DskipTests -P '!format-check' package -pl "$(chieng_join "$@")" -am >"$log" 2>&1 </dev/null
}

chieng_build_if_needed() {
  chieng_any_stale "$@" || return 0
  command -v mvn >/dev/null 2>&1 || chieng_fail "Maven (mvn) is not on PATH; it is needed to build. Install Maven 3.8.7 or later."
  chieng_lock_build
  if ! chieng_any_stale "$@"; then # somebody else has just built it
    chieng_unlock_build
    return 0
  fi
  local log="$CHIENG_ROOT/target/build.log" began started="$CHIENG_ROOT/target/build.started" module
  began="$(date +%s)"
  touch "$started"
  chieng_say "Building with JDK $CHIENG_JDK (log: $log)"
  : >"$log"
  (chieng_run_maven "$log" "$@") &
  CHIENG_BUILD_PID=$!
  chieng_show_progress "$log" "$began"
  if ! wait "$CHIENG_BUILD_PID"; then
    CHIENG_BUILD_PID=""
    chieng_say "The build failed. The end of $log:"
    { grep -n '^\[ERROR\]' "$log" | head -n 20 || true; } >&2
    tail -n 15 "$log" >&2
    exit 1
  fi
  CHIENG_BUILD_PID=""
  for module in "$@"; do
    mkdir -p "$CHIENG_ROOT/$module/target"
    cp -p "$started" "$(chieng_stamp "$module")" # older than any edit made while the build ran
  done
  chieng_unlock_build
  chieng_say "Built in $(($(date +%s) - began)) s."
}

# The module's own jar and what its build wrote down that it needs.
chieng_class_path() {
  local target="$CHIENG_ROOT/$1/target" jar="" each
  for each in "$target"/*.jar; do
    case "$each" in *-sources.jar | *-javadoc.jar | *-tests.jar) ;; *) jar="$each" ;; esac
  done
  if [ ! -f "$jar" ] || [ ! -f "$target/process.classpath" ]; then
    chieng_fail "$1 has no jar or class path although the build succeeded; try again after: mvn clean"
  fi
  printf '%s:%s' "$jar" "$(cat "$target/process.classpath")"
}
