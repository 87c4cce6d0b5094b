#!/bin/sh
# Paints every view and decisive instants of two stories, in both themes, both languages, three sizes and at
# 200 %, into target/pictures. Needs target/unjam, which "mvn verify" leaves. Run it from the
# project's folder: sh src/site/pictures.sh
set -eu
out=target/pictures
mkdir -p "$out"

paint() {
  name=$1
  shift
  target/unjam snapshot "$@" --out "$out/$name.png"
  echo "$out/$name.png"
}

# Eight instants of the opening story that decide how it goes on.
instants='1-in-the-disk:100us 2-silence:20s 3-timed-out:33.776s 4-abort:34.2s
  5-host-stops:66.546s 6-lun-reset:67s 7-target-reset:75s 8-host-reset:100s'
for each in $instants; do
  name=${each%%:*}
  at=${each#*:}
  for size in 1280x800 1920x1080; do
    paint "$name-$size" seed-slow-disk --at "$at" --size "$size"
  done
  paint "$name-dark" seed-slow-disk --at "$at" --size 1920x1080 --theme dark
  paint "$name-zh" seed-slow-disk --at "$at" --size 1920x1080 --lang zh_CN
done

# Two machines: before the fault, while timers run, the abort, the knot, off line, and afterwards.
for at in 2s 45s 66s 70s 75s 85s; do
  paint "machines-$at" iscsi-seed --at "$at" --size 1920x1080
  paint "machines-$at-small-dark" iscsi-seed --at "$at" --size 1280x800 --theme dark
  paint "machines-$at-zh" iscsi-seed --at "$at" --size 1920x1080 --lang zh_CN
done

# Every panel, in light and dark, in English and Chinese.
for view in log command device processes sysfs source events figures checks presenter compare \
  ledger scenario sweep radius drivers; do
  paint "view-$view" seed-slow-disk --at 75s --size 1920x1080 --view "$view"
  paint "view-$view-small-dark" seed-slow-disk --at 75s --size 1280x800 --view "$view" \
    --theme dark
  paint "view-$view-zh" seed-slow-disk --at 75s --size 1920x1080 --view "$view" --lang zh_CN
done

# The same at 200 %, with larger text, with less detail, and other machines.
paint zoom-200 seed-slow-disk --at 75s --size 1280x800 --zoom 200%
paint zoom-200-dark-zh seed-slow-disk --at 75s --size 1280x800 --zoom 200% --theme dark \
  --lang zh_CN
paint text-130 seed-slow-disk --at 75s --size 1920x1080 --text 130%
paint text-150 seed-slow-disk --at 75s --size 1920x1080 --text 150%
paint detail-boxes seed-slow-disk --at 75s --size 1920x1080 --detail boxes
paint detail-queues seed-slow-disk --at 75s --size 1920x1080 --detail queues
paint healthy healthy --at 1.5s --size 1920x1080 --view command
paint zombie zombie-disk --at 66s --size 1920x1080
paint two-hosts two-hosts --at 40s --size 1920x1080
paint many-stuck many-stuck --at 31s --size 1920x1080
paint queue-full queue-full-storm --at 1s --size 1920x1080

# Lessons: a prediction before and after it is answered, a climb, the evidence of a night, for a class.
for each in 03-watchdog:when 05-climbing-the-ladder:you-climb 07-sixty-seven-seconds:chain \
  13-capstone:cause; do
  lesson=${each%%:*}
  step=${each#*:}
  paint "lesson-$lesson-$step" --lesson "$lesson" --step "$step" --size 1920x1080
  paint "lesson-$lesson-$step-right" --lesson "$lesson" --step "$step" --answer right --size 1920x1080
  paint "lesson-$lesson-$step-small-dark" --lesson "$lesson" --step "$step" --size 1280x800 --theme dark
  paint "lesson-$lesson-$step-zh" --lesson "$lesson" --step "$step" --size 1920x1080 --lang zh_CN
  paint "lesson-$lesson-$step-class" --lesson "$lesson" --step "$step" --size 1920x1080 --view presenter
done
