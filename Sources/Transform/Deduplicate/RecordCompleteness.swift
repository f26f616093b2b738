// What a row says of a person, as survivorship counts it.

import Personnel

extension PersonRecord {
    /// Whether the row says anything of a field: a value of its own, or a unit that its list gave it.
    func tells(_ field: Field) -> Bool {
        hasValue(of: field) || field == .unit && oldUnit != nil
    }
}
