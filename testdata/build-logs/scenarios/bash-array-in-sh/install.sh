set -e
tools=(curl git jq)
for tool in "${tools[@]}"; do
    echo "checking $tool"
done
