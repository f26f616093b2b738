// A text with the places that it names in the old catalogue: what every reading of it starts from.

internal import Personnel

/// A text, its places and the district that it states.
struct ScannedText: Sendable {
    let text: UnitText
    let scan: PlaceScan
    /// The district that the text names with a level word, when it is one alone.
    let district: Int?

    init(_ text: UnitText, in catalogue: UnitCatalogue) {
        self.text = text
        scan = PlaceScan(text, in: catalogue, period: .old)
        var districts: Set<Int> = []
        for mention in scan.mentions where mention.word.level == .district {
            if let district = catalogue.district(mention, hasMarks: text.hasMarks) { districts.insert(district) }
        }
        district = districts.count == 1 ? districts.first : nil
    }
}
