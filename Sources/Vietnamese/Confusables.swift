// Characters that are drawn like a letter of Vietnamese but are another: what they stand for.

enum Confusables {
    /// Pairs of look-alike and letter. `Ð` (eth) is by far the commonest: old fonts drew it as `Đ`.
    private static let pairs = Array(
        """
        ÐĐðđƉĐɖđАAВBЕEКKМMНHОOРPСCТTХXУYІIЅSЈJаaеeоoрpсcхxуyіiѕsјjһhԁdոnΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXοoνvαaιiκkρpυuτt\
        ǍĂǎăıiĺl
        """.unicodeScalars)

    private static let table: [UInt16] = {
        var table = [UInt16](repeating: 0, count: 0x580)
        for index in stride(from: 0, to: pairs.count - 1, by: 2) {
            table[Int(pairs[index].value)] = UInt16(pairs[index + 1].value)
        }
        return table
    }()

    /// The scalar that `scalar` looks like: Latin for Cyrillic, Greek and full-width forms, `Đ` for eth; else itself.
    @inline(__always) static func fold(_ scalar: UInt32) -> UInt32 {
        if scalar < 0x580 {
            let folded = table[Int(scalar)]
            return folded == 0 ? scalar : UInt32(folded)
        }
        if scalar &- 0xFF01 <= 0x5D { return scalar &- 0xFEE0 }
        if scalar == 0x2010 || scalar == 0x2011 { return 0x2D }
        return scalar
    }
}
