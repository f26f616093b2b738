// Cell-level damage inside Unicode text: found by how the text reads, undone by reversing how it came about.

/// How a text was damaged.
public enum TextDamage: String, CaseIterable, Sendable {
    /// UTF-8 read as Windows-1252 or Windows-1258.
    case mojibake
    /// The same, twice.
    case doubleMojibake
    /// TCVN3 bytes shown as Latin letters: `NguyÔn V¨n`.
    case tcvn3
    /// VNI bytes shown as Latin letters: `Nguyeãn Vaên`.
    case vni
    /// Marks written as ASCII: `Nguye^~n`.
    case viqr
    /// References of HTML: `Nguy&#7877;n`.
    case htmlReferences
}

/// Finds and undoes damage in the cells of text that is Unicode already.
///
/// One text is one vote: short words are ambiguous, so callers let the cells of a column decide together.
public struct TextRepair: Sendable {
    public init() {}

    /// The damage that, undone, makes the text better Vietnamese; `nil` for text that is fine or beyond repair.
    public func diagnose(_ text: String) -> TextDamage? {
        nil
    }

    /// The text without the damage, or `nil` when the text cannot have been damaged in that way.
    public func repair(_ text: String, _ damage: TextDamage) -> String? {
        nil
    }
}
