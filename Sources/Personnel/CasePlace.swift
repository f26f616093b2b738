// Where a case stands among those of its type: what short codes and orders of words are made of.

extension CaseIterable where Self: Equatable {
    /// The place of the case, from 0.
    @inlinable
    public var place: Int {
        var place = 0
        for other in Self.allCases {
            if other == self { break }
            place += 1
        }
        return place
    }
}
