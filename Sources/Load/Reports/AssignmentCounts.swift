// Sums over the table `assignment_count`, for the reports and the page.

/// The SQL of sums over `assignment_count`, which stands in the query under the alias `h`.
enum AssignmentCounts {
    /// How many people meet a condition on one of the table's columns.
    static func people(_ condition: String) -> String { "coalesce(sum(h.people) FILTER (WHERE h.\(condition)), 0)" }
}
