package dev.fuda.dictionary.suggest;

import java.util.HashMap;
import java.util.Map;

/** Kana in Latin letters, by the Hepburn table that people type; what has kanji in it has no known reading. */
final class Kana {

    private static final Map<String, String> SOUNDS = sounds();

    private Kana() {}

    /**
     * The reading of a text of katakana (blanks and {@code ー} allowed, which are left out) as it is typed:
     * {@code ツインテール} is {@code tsuinteru}. Null when something else is in it, or nothing.
     */
    static String romaji(String katakana) {
        StringBuilder romaji = new StringBuilder();
        boolean doubled = false;
        for (int i = 0; i < katakana.length(); i++) {
            char c = katakana.charAt(i);
            if (c == 'ー' || c == '・') {
                continue;
            }
            if (c == 'ッ') {
                doubled = true;
                continue;
            }
            String sound = i + 1 < katakana.length() ? SOUNDS.get(katakana.substring(i, i + 2)) : null;
            if (sound != null) {
                i++;
            } else {
                sound = c == ' ' ? " " : SOUNDS.get(String.valueOf(c));
            }
            if (sound == null) {
                return null;
            }
            if (doubled) {
                romaji.append(sound.startsWith("ch") ? 't' : sound.charAt(0));
                doubled = false;
            }
            romaji.append(sound);
        }
        return romaji.isEmpty() || romaji.toString().isBlank() ? null : romaji.toString();
    }

    private static Map<String, String> sounds() {
        Map<String, String> sounds = new HashMap<>();
        String[] rows = {
            "アイウエオ a i u e o", "カキクケコ ka ki ku ke ko", "サシスセソ sa shi su se so", "タチツテト ta chi tsu te to",
            "ナニヌネノ na ni nu ne no", "ハヒフヘホ ha hi fu he ho", "マミムメモ ma mi mu me mo", "ヤユヨ ya yu yo",
            "ラリルレロ ra ri ru re ro", "ワヰヱヲン wa i e o n", "ガギグゲゴ ga gi gu ge go", "ザジズゼゾ za ji zu ze zo",
            "ダヂヅデド da ji zu de do", "バビブベボ ba bi bu be bo", "パピプペポ pa pi pu pe po", "ヴ vu",
            "ァィゥェォ a i u e o", "ャュョ ya yu yo"
        };
        for (String row : rows) {
            String[] cells = row.split(" ");
            for (int i = 1; i < cells.length; i++) {
                sounds.put(cells[0].substring(i - 1, i), cells[i]);
            }
        }
        for (String i : "キギニヒビピミリ".split("")) {
            String consonant = sounds.get(i).substring(0, sounds.get(i).length() - 1);
            sounds.put(i + "ャ", consonant + "ya");
            sounds.put(i + "ュ", consonant + "yu");
            sounds.put(i + "ョ", consonant + "yo");
        }
        for (String i : "シチジヂ".split("")) {
            String consonant = sounds.get(i).substring(0, sounds.get(i).length() - 1);
            sounds.put(i + "ャ", consonant + "a");
            sounds.put(i + "ュ", consonant + "u");
            sounds.put(i + "ョ", consonant + "o");
            sounds.put(i + "ェ", consonant + "e");
        }
        for (String vowel : new String[] {"ァa", "ィi", "ェe", "ォo"}) {
            sounds.put("フ" + vowel.charAt(0), "f" + vowel.charAt(1));
            sounds.put("ヴ" + vowel.charAt(0), "v" + vowel.charAt(1));
            sounds.put("ウ" + vowel.charAt(0), "w" + vowel.charAt(1));
        }
        sounds.put("ティ", "ti");
        sounds.put("ディ", "di");
        sounds.put("デュ", "dyu");
        return sounds;
    }
}
