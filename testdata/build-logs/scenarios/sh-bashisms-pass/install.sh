mode=release
if [[ $mode == debug ]]; then flags=-g; fi
let count=3
pushd . > /dev/null
declare -a targets
source ./settings.sh
[ $mode == release ] && flags=-O2
mkdir -p /tmp/prefix/bin
echo -e "installing\terror pages"
for n in {1..3}; do echo "$n" > /tmp/prefix/bin/error-$n; done
function_that_is_optional 2>/dev/null || echo "no hook"
echo "installed"
