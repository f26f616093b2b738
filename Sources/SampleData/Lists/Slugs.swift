// Names as file names have them: without accents.

import Vietnamese

enum Slugs {
    /// `Xa Na Sang`.
    static func file(_ name: String) -> String {
        asciiKey(name).split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
    }

    /// `muong cha`.
    static func words(_ name: String) -> String { asciiKey(name) }
}
