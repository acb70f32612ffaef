set -e
echo "building for $(python3 --version)"
for size in 8 16 32; do
    echo "  variant $size"
    gcc -O2 -Wall -Wextra -fPIC -shared -DSIZE=$size $(python3-config --includes 2>/dev/null || echo -I/usr/include/python3.11) -o fastsum$size.so fastsum.c
done
