for part in etc usr var; do
    mkdir -p /tmp/over/$part/up /tmp/over/$part/work
    mount -t overlay overlay -o lowerdir=/$part,upperdir=/tmp/over/$part/up,workdir=/tmp/over/$part/work /$part
done
