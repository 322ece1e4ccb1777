import type { InventoryJson } from './shapes.ts';

/** The inventory as versioned JSON (`schema/inventory.schema.json`). */
export function renderInventoryJson(inventory: InventoryJson): string {
  return `${JSON.stringify(inventory, undefined, 2)}\n`;
}
