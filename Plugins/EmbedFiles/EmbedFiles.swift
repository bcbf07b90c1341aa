import Foundation
import PackagePlugin

/// A build plugin that embeds data files in a target: site templates, catalogues of controls, and the starter project for `init`.
@main
struct EmbedFiles: BuildToolPlugin {
  /// For each target, the embedded folder and the name of the generated enum.
  private let embedded = [
    "DossierSite": ("templates", "EmbeddedTemplates"),
    "DossierRecords": ("Sources/DossierRecords/Catalogues/Data", "EmbeddedCatalogues"),
    "DossierBuild": ("Sources/DossierBuild/Starter/Data", "EmbeddedStarter"),
  ]

  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    guard let (folder, name) = embedded[target.name] else { return [] }
    let root = context.package.directoryURL.appending(path: folder)
    let files = try FileManager.default.subpathsOfDirectory(atPath: root.path())
      .filter { !$0.hasSuffix("README.md") && !$0.split(separator: "/").contains { $0.hasPrefix(".") } }
      .map { root.appending(path: $0) }
      .filter { !$0.hasDirectoryPath && (try? $0.resourceValues(forKeys: [.isDirectoryKey]).isDirectory) == false }
      .sorted { $0.path() < $1.path() }
    let output = context.pluginWorkDirectoryURL.appending(path: "\(name).swift")
    return [
      .buildCommand(
        displayName: "Embedding \(root.lastPathComponent)",
        executable: try context.tool(named: "embed-files").url,
        arguments: [output.path(), name, root.path()] + files.map { $0.path() },
        inputFiles: files, outputFiles: [output])
    ]
  }
}
