// The closed lists of the civil service that every stage speaks: category, level, qualification and the like.

/// `male`, `female`; unknown is nil.
public enum Gender: String, Sendable, CaseIterable { case male, female }

/// What kind of public servant a person is: cán bộ, công chức, viên chức, hợp đồng, không chuyên trách.
public enum Category: String, Sendable, CaseIterable {
    case cadre
    case civilServant = "civil_servant"
    case publicEmployee = "public_employee"
    case contract
    case partTime = "part_time"
}

/// The level of government of the unit a person works in, before the reorganisation.
public enum Level: String, Sendable, CaseIterable { case district, commune, province }

/// The highest professional qualification, best first.
public enum Qualification: String, Sendable, CaseIterable {
    case doctor, master, bachelor, college, intermediate, elementary
}

/// The level of political theory training, best first.
public enum PoliticalTheory: String, Sendable, CaseIterable { case bachelor, advanced, intermediate, elementary }
