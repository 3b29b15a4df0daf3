#!/bin/sh
# Powers the other web server off through its host; 7 tells DRBD that the peer is down.
case "$(uname -n)" in
    protoss) peer=terran ;;
    *) peer=protoss ;;
esac
virsh --connect qemu+ssh://fence@10.0.0.128/system destroy "$peer" && exit 7
exit 1
