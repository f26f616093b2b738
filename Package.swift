// swift-tools-version: 6.2
// The house of sapxep: three stages that never import each other, the vocabulary they share, and the run that strings
// them together. See Documentation/architecture.md for what lives where.
import PackageDescription

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
    name: "sapxep",
    targets: [
        .target(name: "Personnel", swiftSettings: strict),
        .target(name: "Vietnamese", swiftSettings: strict),
        .target(name: "SampleData", dependencies: ["Personnel", "Vietnamese"], swiftSettings: strict),
        .testTarget(name: "PersonnelTests", dependencies: ["Personnel"], swiftSettings: strict),
        .testTarget(name: "VietnameseTests", dependencies: ["Vietnamese"], swiftSettings: strict),
        .testTarget(name: "SampleDataTests", dependencies: ["SampleData"], swiftSettings: strict),
    ]
)
