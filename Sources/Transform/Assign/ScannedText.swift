// A text with the places that it names in the old catalogue: what every reading of it starts from.

internal import Personnel

/// A text, its places, and the districts and provinces that it states with a level word.
final class ScannedText: Sendable {
    let text: NameText
    let scan: PlaceScan
    /// The districts that each mention of one can mean.
    let districts: [[Int]]
    /// The old provinces that the text names.
    let provinces: [Int]
    /// Whether a word of it was put in for another: then no other is mended.
    let isMended: Bool

    init(_ text: NameText, in catalogue: UnitCatalogue, isMended: Bool = false) {
        self.text = text
        self.isMended = isMended
        scan = PlaceScan(text, in: catalogue, period: .old)
        var districts: [[Int]] = []
        var provinces: [Int] = []
        for mention in scan.mentions {
            switch mention.level {
            case .district: districts.append(catalogue.districts(mention, in: text))
            case .province:
                for name in mention.names where !provinces.contains(name.unit) { provinces.append(name.unit) }
            case .commune: break
            }
        }
        self.districts = districts
        self.provinces = provinces
    }

    /// The district that the text states, when it is one alone.
    /// - Parameter province: that of the list: tells districts of one name apart.
    func district(in province: Int?, of catalogue: UnitCatalogue) -> Int? {
        var found: Int?
        for candidates in districts {
            let stated = provinces.count == 1 ? provinces.first : province
            guard let district = catalogue.only(candidates, in: stated) else { continue }
            if let found, found != district { return nil }
            found = district
        }
        return found
    }
}
