// The gender column, with the legend that its heading may hold.
import Personnel
import Vietnamese

/// What a gender cell says.
enum GenderReading: Equatable {
    case missing
    case gender(Gender)
    case unreadable
}

/// Reads `Nam`, `Nữ` and their short forms; `1`, `0` and `x` by the heading's legend. Never from a name.
struct GenderReader: Sendable {
    private let words: Vocabulary<Gender>

    /// From a table with the columns `gender` (`male`, `female`) and `written`.
    init(_ table: ReferenceTable) throws(ReferenceError) {
        words = try Vocabulary(table, meaning: "gender", expected: "male or female", parse: Gender.init(rawValue:))
    }

    /// Reads a cell under its heading: `x` under `Nữ (x)`, `1` under `Giới tính (1: Nam, 0: Nữ)`.
    func read(_ text: String, heading: String) -> GenderReading {
        if let gender = words.meaning(of: text) { return .gender(gender) }
        let key = asciiKey(text)
        if let mark = Self.mark(of: text, key: key) {
            return legend(of: heading).gender(of: mark).map { .gender($0) } ?? .unreadable
        }
        return key.isEmpty ? .missing : .unreadable
    }

    /// Whether a text is a tick that says yes to its heading: `x`, `+`, a check mark. `key` is its ascii key.
    static func isTick(_ text: String, key: String) -> Bool {
        key == "x" || key.isEmpty && ["+", "✓", "✔", "√", "☑"].contains { text.contains($0) }
    }

    /// `x`, `+`, `v`, `có` and ticks are one mark; digits are their own.
    private static func mark(of text: String, key: String) -> String? {
        switch key {
        case "0", "1", "2": key
        case "x", "xx", "v", "co": "x"
        case "" where isTick(text, key: key): "x"
        default: nil
        }
    }

    /// The marks and genders of a heading, paired in their order.
    private func legend(of heading: String) -> Legend {
        var legend = Legend()
        var pendingGender: Gender?
        var pendingMark: String?
        for word in asciiKey(heading).split(separator: " ") {
            if let gender = words.meaning(of: String(word)), word != "x", word != "1" {
                legend.named.append(gender)
                if let mark = pendingMark {
                    legend.genders[mark] = gender
                    pendingMark = nil
                } else {
                    pendingGender = gender
                }
            } else if ["0", "1", "2", "x"].contains(word) {
                if let gender = pendingGender {
                    legend.genders[String(word)] = gender
                    pendingGender = nil
                } else {
                    pendingMark = String(word)
                }
            }
        }
        return legend
    }

    private struct Legend {
        /// By mark.
        var genders: [String: Gender] = [:]
        /// The genders that the heading names.
        var named: [Gender] = []

        func gender(of mark: String) -> Gender? {
            if let gender = genders[mark] { return gender }
            // A heading that names one gender means it by any mark, and the other by 0.
            guard named.count == 1, let only = named.first else { return nil }
            return mark == "0" ? (only == .male ? .female : .male) : mark == "2" ? nil : only
        }
    }
}
