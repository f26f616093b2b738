// What a legal Vietnamese syllable is: an onset, a rime and a tone that may stand together.

/// The spelling of one word, taken apart; case is forgotten.
struct Syllable: Sendable {
    /// Spelling bytes of the onset, most recent in the low byte; 0 without an onset.
    var onset: UInt32 = 0
    /// Spelling bytes of the rime, most recent in the low byte.
    var rime: UInt32 = 0
    var tone = Tone.level
    /// Where the rime begins, in letters.
    var rimeStart = 0
    /// A second tone that differs from the first, or a tone on a consonant.
    var hasToneConflict = false

    /// Takes a word of letters apart; `nil` where it is too long or has letters in no Vietnamese order.
    init?(_ word: [Letter]) {
        let count = word.count
        guard count > 0, count <= 7 else { return nil }
        var index = 0
        while index < count, !word[index].isVowel {
            onset = onset << 8 | UInt32(word[index].spelling)
            index &+= 1
        }
        guard index < count, index <= 3 else { return nil }
        let isQU = onset == Self.q && word[index].spelling == Self.u
        let isGI = onset == Self.g && word[index].spelling == Self.i && index + 1 < count && word[index + 1].isVowel
        if isQU || isGI {
            onset = onset << 8 | UInt32(word[index].spelling)
            index &+= 1
        }
        rimeStart = index
        guard index < count, count - index <= 4 else { return nil }
        while index < count {
            rime = rime << 8 | UInt32(word[index].spelling)
            index &+= 1
        }
        for letter in word where letter.hasTone {
            if tone != .level, letter.tone != tone { hasToneConflict = true }
            tone = letter.tone
        }
    }

    private static let q = UInt32(UInt8(ascii: "q") & 0x1F)
    private static let g = UInt32(UInt8(ascii: "g") & 0x1F)
    private static let u = UInt8(ascii: "u") & 0x1F
    private static let i = UInt8(ascii: "i") & 0x1F

    /// The rime ends in `c`, `ch`, `p` or `t`, which only the tones sắc and nặng allow.
    var hasStopFinal: Bool {
        let last = UInt8(truncatingIfNeeded: rime & 0xFF) | 0x60
        let beforeLast = UInt8(truncatingIfNeeded: rime >> 8 & 0xFF) | 0x60
        switch last {
        case UInt8(ascii: "c"), UInt8(ascii: "p"), UInt8(ascii: "t"): return true
        case UInt8(ascii: "h"): return beforeLast == UInt8(ascii: "c")
        default: return false
        }
    }

    /// Onset and rime are known and may stand together, whatever the tone.
    var isSpelledLegally: Bool {
        Self.contains(onset, in: Self.onsets) && Self.contains(rime, in: Self.rimes)
    }

    /// A syllable that can be Vietnamese.
    var isLegal: Bool {
        !hasToneConflict && isSpelledLegally && (!hasStopFinal || tone == .acute || tone == .dot)
    }

    /// One number for the syllable, to look it up by.
    var key: UInt64 { UInt64(onset) << 35 | UInt64(rime) << 3 | UInt64(tone.rawValue) }

    private static let onsets = table("b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x") + [0]

    private static let rimes = table(
        """
        a ac ach ai am an ang anh ao ap at au ay e ec em en eng eo ep et i ia ich im in inh ip it iu iêc iêm iên iêng \
        iêp iêt iêu o oa oac oach oai oam oan oang oanh oao oap oat oay oc oe oem oen oeo oet oi om on ong ooc oong op \
        ot oăc oăm oăn oăng oăt u ua uc ui um un ung up ut uy uya uych uyn uynh uyp uyt uyu uyên uyêt uâc uân uâng uât \
        uây uê uêch uên uênh uêt uêu uôc uôi uôm uôn uông uôt uơ uơn y ych ym yn ynh yt yêm yên yêng yêt yêu âc âm ân \
        âng âp ât âu ây ê êc êch êm ên êng ênh êp êt êu ô ôc ôi ôm ôn ông ôp ôt ôông ăc ăm ăn ăng ăp ăt ơ ơi ơm ơn ơng \
        ơp ơt ơu ư ưa ưc ưi ưm ưn ưng ưp ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
        """
    ).sorted()

    private static func table(_ words: String) -> [UInt32] {
        words.split(separator: " ").map { word in
            word.unicodeScalars.reduce(0) { $0 << 8 | UInt32(Letter($1.value).spelling) }
        }
    }

    /// Binary search in the rimes, a walk along the few onsets.
    private static func contains(_ key: UInt32, in table: [UInt32]) -> Bool {
        if table.count < 40 { return table.contains(key) }
        var low = 0
        var high = table.count
        while low < high {
            let middle = (low + high) / 2
            if table[middle] < key { low = middle + 1 } else { high = middle }
        }
        return low < table.count && table[low] == key
    }
}
