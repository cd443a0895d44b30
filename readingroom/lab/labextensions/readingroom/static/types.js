// What of JupyterLab this extension speaks to. Its own types come with its sources only.

/**
 * @template Sender
 * @template Value
 * @typedef {{ connect: (slot: (sender: Sender, value: Value) => void) => void }} Signal
 */

/**
 * @typedef {{
 *   id: string,
 *   trusted: boolean,
 *   type: string,
 *   executionCount: number | null,
 *   clearExecution: () => void,
 *   outputs: { length: number, clear: () => void, get: (place: number) => { data: Record<string, unknown> } },
 *   sharedModel: { getSource: () => string },
 * }} CellModel
 * @typedef {{ model: CellModel, node: HTMLElement, setHidden: (isHidden: boolean) => void }} Cell
 * @typedef {{
 *   node: HTMLElement,
 *   widgets: Cell[],
 *   model: { deletedCells: string[] },
 *   activeCellIndex: number,
 *   scrollToItem: (place: number, align: string) => void,
 * }} Content
 * @typedef {{
 *   id: string,
 *   status: string,
 *   info: Promise<{ language_info: { name: string } }>,
 *   requestExecute: (content: object) => { done: Promise<{ content: { status: string, evalue?: string } }> },
 * }} Kernel
 * @typedef {{
 *   id?: string,
 *   canStart?: boolean,
 *   shouldStart?: boolean,
 * }} KernelPreference
 * @typedef {{
 *   path: string,
 *   name: string,
 *   type: string,
 *   kernelPreference: KernelPreference,
 *   initialize: () => Promise<boolean>,
 *   isReady: boolean,
 *   kernelDisplayStatus: string,
 *   session: { kernel: Kernel | null } | null,
 *   ready: Promise<void>,
 *   kernelChanged: Signal<unknown, unknown>,
 *   statusChanged: Signal<unknown, string>,
 * }} SessionContext
 * @typedef {{ dirty: boolean, defaultKernelName: string }} NotebookModel
 * @typedef {{
 *   isDisposed: boolean,
 *   content: Content,
 *   contentHeader: { addWidget: (widget: HeaderWidget) => void },
 *   context: { path: string, ready: Promise<void>, model: NotebookModel },
 *   sessionContext: SessionContext,
 * }} Panel
 * @typedef {{ node: HTMLElement, dispose: () => void, isDisposed: boolean }} HeaderWidget
 * @typedef {{ say: (words: string) => void, clear: () => void }} Notice
 * @typedef {{ composite: Record<string, unknown> }} Settings
 * @typedef {{
 *   app: {
 *     commands: { addCommand: (id: string, options: object) => unknown },
 *     shell: { currentWidget: object | null },
 *     serviceManager: {
 *       sessions: { findByPath: (path: string) => Promise<object | undefined> },
 *       serverSettings: object,
 *     },
 *   },
 *   tracker: { forEach: (act: (panel: Panel) => void) => void, widgetAdded: Signal<unknown, Panel> },
 *   settings: { load: (id: string) => Promise<Settings> } | null,
 *   CodeCell: { execute: (cell: Cell, context: SessionContext, metadata: object) =>
 *     Promise<{ content: { status: string } } | undefined> },
 *   NotebookActions: Record<"executed" | "executionScheduled", Signal<unknown, { notebook: object, cell: Cell }>>,
 *   SessionAPI: { startSession: (asked: object, settings: object) => Promise<object> },
 *   Widget: new (options: { node: HTMLElement }) => HeaderWidget,
 *   here: URL,
 * }} Jupyter
 * @typedef {Pick<Jupyter, "CodeCell" | "NotebookActions" | "SessionAPI" | "Widget"> &
 *   { ILatexTypesetter: object, INotebookTracker: object, ISettingRegistry: object }} SharedNames
 */

export {};
