// By which values rows are brought together: a rule, its parts, and the pieces of a value.

/// A combination of values by which rows are brought together to be compared.
public struct BlockingRule: Sendable, Equatable {
    public var parts: [BlockingPart]
    /// What must hold between the two rows besides.
    public var when: [MatchClause]
    /// By what a block that is too large is split.
    public var split: [BlockingPart]
    /// A larger block is split; what is larger still is compared in a window of so many rows.
    public var limit: Int

    public init(parts: [BlockingPart], when: [MatchClause] = [], split: [BlockingPart] = [], limit: Int = 64) {
        self.parts = parts
        self.when = when
        self.split = split
        self.limit = limit
    }

    /// In words: `full_name + year of birth_date`.
    public var name: String { parts.map(\.name).joined(separator: " + ") }
}

/// A value, or a piece of one, by which rows are brought together.
public struct BlockingPart: Sendable, Equatable {
    public var field: String
    public var piece: BlockingPiece

    public init(_ field: String, _ piece: BlockingPiece = .whole) {
        self.field = field
        self.piece = piece
    }

    public var name: String { piece == .whole ? field : "\(piece.name) of \(field)" }
}

/// Which piece of a value.
public enum BlockingPiece: Sendable, Equatable {
    /// The key of a text, a whole date (known to the day), a number.
    case whole
    case firstWord, lastWord
    /// The first letters of a text's key.
    case letters(Int)
    /// How a text sounds (Soundex).
    case sound
    case year, yearAndMonth, yearAndDay, monthAndDay
    /// A date, whichever of day and month comes first.
    case daysInAnyOrder

    /// The piece's name in a model's file; nil for an unknown one.
    public init?(name: String) {
        let words = name.split(separator: " ")
        if words.count == 2, words[0] == "letters", let count = Int(words[1]), (1...20).contains(count) {
            self = .letters(count)
            return
        }
        guard let known = Self.named.first(where: { $0.name == name }) else { return nil }
        self = known
    }

    private static let named: [BlockingPiece] = [
        .whole, .firstWord, .lastWord, .sound, .year, .yearAndMonth, .yearAndDay, .monthAndDay, .daysInAnyOrder,
    ]

    public var name: String {
        switch self {
        case .whole: "whole"
        case .firstWord: "first word"
        case .lastWord: "last word"
        case .letters(let count): "letters \(count)"
        case .sound: "sound"
        case .year: "year"
        case .yearAndMonth: "year and month"
        case .yearAndDay: "year and day"
        case .monthAndDay: "month and day"
        case .daysInAnyOrder: "days in any order"
        }
    }

    /// The names of all pieces that a kind of field has, for messages.
    public static func names(for kind: MatchField.Kind) -> [String] {
        switch kind {
        case .text: ["whole", "first word", "last word", "letters N", "sound"]
        case .date: [whole, year, yearAndMonth, yearAndDay, monthAndDay, daysInAnyOrder].map(\.name)
        case .number, .code: ["whole"]
        }
    }

    /// Whether a kind of field has this piece.
    public func fits(_ kind: MatchField.Kind) -> Bool {
        switch self {
        case .whole: true
        case .firstWord, .lastWord, .letters, .sound: kind == .text
        case .year, .yearAndMonth, .yearAndDay, .monthAndDay, .daysInAnyOrder: kind == .date
        }
    }
}
