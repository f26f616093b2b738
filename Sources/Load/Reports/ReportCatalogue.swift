// All reports of a run, in the order in which they are written.

/// The reports that `ReportWriter` writes.
enum ReportCatalogue {
    static let reports = [
        HeadcountReport.report, RosterReport.report, SuccessionReport.report, ServiceUnitsReport.report,
        KeyPositionsReport.report, BenefitsReport.report, HandoverReport.report, UnresolvedReport.report,
        DuplicatesReport.report,
        RejectedRowsReport.report,
        ReconciliationReport.report,
        DataQualityReport.report, ReviewQueueReport.report, ChangesReport.report,
    ]
}
