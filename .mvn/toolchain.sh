# Sourced by ../mvnw: finds a JDK 25 and checks for Node 20.19, or stops with one sentence each.

jdk_major() {
  # The release file answers without starting a JVM.
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null
}

find_jdk() {
  set +f
  path_java=$(command -v java 2>/dev/null) && path_java=$(readlink -f "$path_java") || path_java=
  mac_home=$(/usr/libexec/java_home -v 25 2>/dev/null) || mac_home=
  for home in "${JAVA_HOME-}" "${path_java%/bin/java}" "$mac_home" \
    /usr/lib/jvm/*25* /usr/lib/jvm/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/25* \
    "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    major=$(jdk_major "$home")
    if [ "${major:-0}" -ge 25 ] && [ -x "$home/bin/javac" ]; then
      JAVA_HOME=$home
      export JAVA_HOME
      set -f
      return 0
    fi
  done
  set -f
  echo "Passim needs JDK 25 and found none: install Temurin 25 (package temurin-25-jdk) or set JAVA_HOME to a JDK 25." >&2
  return 1
}

# What Vite runs on: 20.19 or later of 20, 22.12 or later.
node_suits() {
  major=${1#v}
  minor=${major#*.}
  major=${major%%.*}
  minor=${minor%%.*}
  case $major in
    20) [ "$minor" -ge 19 ] ;;
    22) [ "$minor" -ge 12 ] ;;
    *) [ "${major:-0}" -ge 23 ] ;;
  esac
}

check_node() {
  node_version=$(node --version 2>/dev/null) || node_version=
  if ! node_suits "$node_version" || ! command -v npm >/dev/null 2>&1; then
    echo "Passim needs Node.js 20.19 or 22.12 or later with npm and found ${node_version:-none}: install Node.js 22." >&2
    return 1
  fi
}

find_jdk || exit 1
check_node || exit 1

# The tokenizer library looks for native code and models on the network unless told not to.
export DJL_OFFLINE=true OPT_OUT_TRACKING=true ORT_DISABLE_TELEMETRY=1
