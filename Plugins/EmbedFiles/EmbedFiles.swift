import Foundation
import PackagePlugin

/// Gives a target the files it carries inside it: templates for the site, catalogues for the records.
@main
struct EmbedFiles: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let package = context.package.directoryURL
    let (root, name) =
      target.name == "DossierSite"
      ? (package.appending(path: "templates"), "EmbeddedTemplates")
      : (package.appending(path: "Sources/DossierRecords/Catalogues/Data"), "EmbeddedCatalogues")
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
