/** The text of one cell as it comes: in pieces with formats of their own, and without how it is spoken. */
export class ShownText {
  value = '';
  private isText = false;
  private isSpoken = false;

  open(name: string): void {
    if (name === 'rPh') this.isSpoken = true;
    if (name === 'v' || name === 't') this.isText = !this.isSpoken;
  }

  add(text: string): void {
    if (this.isText) this.value += text;
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.isText = false;
    if (name === 'rPh') this.isSpoken = false;
  }
}
