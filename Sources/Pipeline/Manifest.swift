// manifest.json: what went into a run, what came out, and how long each stage took.

import Foundation

/// The record of a run that lies beside its database.
struct Manifest: Codable, Equatable {
    struct Input: Codable, Equatable {
        var path: String
        var sha256: String
        var bytes: Int
        var status: String
        var format: String?
        var encoding: String?
        var message: String?
    }

    struct Decision: Codable, Equatable {
        var path: String
        var sha256: String
        var bytes: Int
    }

    struct Report: Codable, Equatable {
        var name: String
        var rows: Int
    }

    struct Stage: Codable, Equatable {
        var name: String
        var seconds: Double
        /// Of all threads together; nil in manifests of older versions.
        var processorSeconds: Double?

        private enum CodingKeys: String, CodingKey {
            case name, seconds
            case processorSeconds = "cpu_seconds"
        }
    }

    var runID: String
    /// The run before; nil for the first.
    var predecessor: String?
    var pipeline: String
    var asOf: String
    var toolVersion: String
    var configSHA256: String
    var startedAt: String
    var finishedAt: String
    var inputs: [Input]
    /// The files of people's decisions.
    var decisions: [Decision]
    /// Counts by name: files, rows by kind, people by assignment status, issues by severity.
    var counts: [String: Int]
    var reports: [Report]
    var timings: [Stage]

    private enum CodingKeys: String, CodingKey {
        case runID = "run_id"
        case predecessor, pipeline
        case asOf = "as_of"
        case toolVersion = "tool_version"
        case configSHA256 = "config_sha256"
        case startedAt = "started_at"
        case finishedAt = "finished_at"
        case inputs, decisions, counts, reports, timings
    }

    /// The manifest as JSON with sorted keys, ending in a line break.
    func json() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(self) + Data("\n".utf8)
    }
}
