grep -rn "FIXME" . || echo "nothing to fix"
