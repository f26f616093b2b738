// One text read as a unit's name on its own, for whoever wants to know how a name is read.

public import Personnel

/// What a text names in the old catalogue.
public struct NamedUnit: Sendable, Equatable {
    /// `commune`, `ward` or `township`; a kind of the pipeline's kinds (`kindergarten`); `province_office`; `unknown`,
    /// `ambiguous`; `none` where the text names no unit.
    public var kind: UnitKind
    /// The old commune, or the one in which the unit stands, by its position in the catalogue; nil where none is named.
    public var commune: Int?
    /// The key of the district; nil where none is named.
    public var district: String?
    /// The canonical words of the name without its place.
    public var nameKey: String
    /// For what is unknown or ambiguous: what it could be, or why it is none.
    public var detail: String
}

extension UnitReader {
    /// Reads a text as the unit column of a list does.
    ///
    /// - Parameter sender: the folder of the list's sender; empty for a text on its own.
    public func name(_ text: String, from sender: String = "") -> NamedUnit {
        name(text, in: place(of: sender))
    }

    /// Reads many texts of one sender, one after another.
    public func names(_ texts: some Sequence<String>, from sender: String, _ take: (String, NamedUnit) throws -> Void)
        rethrows
    {
        let place = place(of: sender)
        for text in texts { try take(text, name(text, in: place)) }
    }

    private func place(of sender: String) -> ListPlace {
        var lists = ListPlaceReader(parser: parser, senders: senders)
        return lists.read(RowContext(sender: sender, path: sender.isEmpty ? "" : sender + "/danh sach.csv"))
    }

    private func name(_ text: String, in place: ListPlace) -> NamedUnit {
        let catalogue = parser.catalogue
        let reading = parser.read(parser.scan(text), in: place.setting(place.level))
        let district = reading.district ?? reading.commune.map { catalogue.districtOf[$0] } ?? place.district
        var named = NamedUnit(
            kind: "none", commune: reading.commune, district: district.map { catalogue.districts[$0].key },
            nameKey: reading.nameKey, detail: reading.detail)
        switch reading.meaning {
        case .nothing: break
        case .commune(let unit):
            named.kind = catalogue.oldUnits[unit].kind
            named.commune = unit
            named.district = catalogue.districts[catalogue.districtOf[unit]].key
        case .authority:
            if reading.level == .province {
                (named.kind, named.district) = ("province_office", nil)
            } else if reading.level == .commune {
                (named.kind, named.detail) = ("ambiguous", "chưa rõ của xã nào")
            } else if named.district == nil {
                (named.kind, named.detail) = ("ambiguous", "chưa rõ của huyện nào")
            } else {
                named.kind = "district_office"
            }
        case .institution(let kind):
            named.kind = parser.kinds.entries[kind].kind
            if reading.level == .province { named.district = nil }
        case .ambiguous: named.kind = "ambiguous"
        case .unknown: named.kind = "unknown"
        }
        return named
    }
}
