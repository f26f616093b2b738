// Which senders a pipeline expects lists from.

import Transform

/// The senders of `pipeline.yaml`: folders by name, or, with `*`, every folder that is named after a place.
struct KnownSenders: Sendable {
    private let folders: Set<String>
    /// What tells whether a folder is named after a place; nil where only named folders are known.
    private let places: UnitReader?

    init(_ senders: [String], places: UnitReader) {
        folders = Set(senders)
        self.places = folders.contains("*") ? places : nil
    }

    func contains(_ folder: String) -> Bool {
        folders.contains(folder) || places?.namesPlace(folder: folder) == true
    }
}
