"""What we ask of the tables: frames in, frames out, pure pandas."""
