#!/usr/bin/env python3
"""Makes assets/fonts from the Debian packages fonts-inter, fonts-jetbrains-mono, fonts-noto-cjk and
fonts-noto-cjk-extra with fontTools (package fonttools): python3 src/fonts/make.py

Each weight becomes a family of its own, because JavaFX finds a loaded font by its family name only.
JetBrains Mono loses its ligatures: with them "->" would turn into one arrow. The Chinese fonts keep
GB2312 level 1, ASCII and punctuation."""
import os
from fontTools import subset
from fontTools.ttLib import TTFont

HERE = os.path.dirname(os.path.abspath(__file__))
OUT = os.path.join(HERE, "..", "..", "assets", "fonts")
INTER = "/usr/share/fonts/opentype/inter/Inter-%s.otf"
MONO = "/usr/share/fonts/truetype/jetbrains-mono/JetBrainsMono-%s.ttf"
CJK = "/usr/share/fonts/opentype/noto/NotoSansCJK-%s.ttc"
SIMPLIFIED_CHINESE = 2  # position in the collection

LATIN = [*range(0x20, 0x7F), *range(0xA0, 0x180), 0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D,
         0x2022, 0x2026, 0x2030, 0x2032, 0x2033, 0x2190, 0x2191, 0x2192, 0x2193, 0x2212, 0x2248,
         0x2260, 0x2264, 0x2265, 0x00B5, 0x03BC, 0x03A9, 0x2713, 0x2717]


def gb2312_level_1():
    for row in range(0xB0, 0xD8):
        for cell in range(0xA1, 0xFF):
            try:
                yield ord(bytes([row, cell]).decode("gb2312"))
            except UnicodeDecodeError:
                pass


PUNCTUATION = [ord(c) for c in "　、。〈〉《》「」『』【】〔〕（），．：；？！“”‘’…—·～％＋－／＝×÷±→←↑↓≈≤≥≠"]
CHINESE = sorted({*range(0x20, 0x7F), *PUNCTUATION, *gb2312_level_1()})


def make(source, number, family, out, keep, features):
    font = TTFont(source, fontNumber=number) if number is not None else TTFont(source)
    options = subset.Options()
    options.layout_features = features
    options.hinting = False
    options.desubroutinize = False
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.notdef_outline = True
    tool = subset.Subsetter(options)
    tool.populate(unicodes=keep)
    tool.subset(font)
    names = font["name"]
    names.names = [n for n in names.names if n.platformID == 3 and n.langID == 0x409]
    for number, text in ((1, family), (2, "Regular"), (3, family), (4, family),
                         (6, family.replace(" ", ""))):
        names.setName(text, number, 3, 1, 0x409)
    if "CFF " in font:
        cff = font["CFF "].cff
        cff.fontNames = [family.replace(" ", "")]
        top = cff.topDictIndex[0]
        top.FullName = family
        top.FamilyName = family
    font["OS/2"].usWeightClass = 400  # a family of its own, with one weight
    font["OS/2"].fsSelection = 0x40
    font["head"].macStyle = 0
    path = os.path.join(OUT, out)
    font.save(path)
    print("%8d %s" % (os.path.getsize(path), out))


for weight in ("Regular", "Medium", "SemiBold"):
    end = "" if weight == "Regular" else " " + weight
    make(INTER % weight, None, "Inter" + end, "Inter-%s.otf" % weight, LATIN, ["kern", "mark", "ccmp"])
    make(MONO % weight, None, "JetBrains Mono NL" + end, "JetBrainsMonoNL-%s.ttf" % weight, LATIN,
         ["mark", "ccmp"])
for weight in ("Regular", "Medium"):
    end = "" if weight == "Regular" else " " + weight
    make(CJK % weight, SIMPLIFIED_CHINESE, "Noto Sans SC" + end, "NotoSansSC-%s.otf" % weight, CHINESE,
         ["kern"])
